/** A security key as its person sees it. */
export interface SecurityKeyView {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  /** Whether it answers at the address at which the page is open. */
  readonly here: boolean;
  readonly added: string;
  readonly used: string | null;
}

interface NamedKey {
  readonly type: "public-key";
  readonly id: string;
  readonly transports: readonly string[];
}

/** What a browser is told to have a key answer; bytes in base 64 for URLs. */
export interface AskedKey {
  readonly challenge: string;
  readonly rpId: string;
  readonly timeout: number;
  readonly allowCredentials: readonly NamedKey[];
  readonly userVerification: "preferred";
}

/** What a browser is told to have a key made. */
export interface OfferedKey {
  readonly challenge: string;
  readonly rp: { readonly id: string; readonly name: string };
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly pubKeyCredParams: readonly { readonly type: "public-key"; readonly alg: number }[];
  readonly timeout: number;
  readonly excludeCredentials: readonly NamedKey[];
  readonly authenticatorSelection: {
    readonly residentKey: "preferred";
    readonly userVerification: "preferred";
  };
  readonly attestation: "none";
}

export interface KeyAnswer {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
}

export interface CreatedKey {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly attestationObject: string;
  readonly transports: readonly string[];
}

/** By what somebody shows that it is they, who has a second factor. */
export type Proof = { readonly code: string } | { readonly key: KeyAnswer };
