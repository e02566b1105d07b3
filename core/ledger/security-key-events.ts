const facts = {
  key: { words: { zh: "密钥标识", en: "Key" } },
  // Whatever its person calls it.
  name: { words: { zh: "密钥名称", en: "Name of the key" }, sealed: true },
} as const;

/** What the audit log tells of security keys; that one was refused is told as of any second factor. */
export const securityKeyEvents = {
  securityKeyAdded: { words: { zh: "添加安全密钥", en: "Added a security key" }, to: "open", facts },
  securityKeyRemoved: { words: { zh: "移除安全密钥", en: "Removed a security key" }, to: "open", facts },
  securityKeyUsed: { words: { zh: "使用安全密钥", en: "Used a security key" }, to: "open", facts },
} as const;
