/** Argon2id as RFC 9106 recommends it for little memory: 19 MiB, two passes, one lane. */
export const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
