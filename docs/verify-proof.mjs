#!/usr/bin/env node
// Checks a proof that Zhiben exported (存证), with nothing but Node.js: no database, no network, no other file. Short enough to be read
// by whoever is to believe it:  node verify-proof.mjs proof.json KEY   where KEY is the installation's public key, given another way.
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

const [file, key] = process.argv.slice(2);
if (key === undefined) fail("usage: node verify-proof.mjs proof.json KEY");
const given = JSON.parse(readFileSync(file, "utf8"));
const proof = given.proof ?? given;
const hash = (...parts) => parts.reduce((all, part) => all.update(part), createHash(proof.hash)).digest();

function fail(why) {
  console.error(`不通过 · does not hold: ${why}`);
  process.exit(1);
}

// 1. The lines are a chain: each holds the hash of the one before, and tells of this entry, one version after the other.
let previous = "0".repeat(64);
const lines = proof.lines.map(({ text }, at) => {
  const line = JSON.parse(text);
  if (line.prev !== previous) fail(`version ${at + 1}: does not follow the line before`);
  if (line.entry !== proof.entry || line.register !== proof.register) fail(`version ${at + 1}: another entry`);
  if (line.version !== at + 1) fail(`version ${at + 1}: a line is missing`);
  previous = hash(text).toString("hex");
  return { ...line, hash: previous };
});
if (lines.length === 0) fail("no lines");

// 2. The words that were sealed are those to which the lines committed: the hash of a secret salt and the value (RFC 8785).
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical)}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)}}`;
};
for (const { version, field, salt, value } of proof.values) {
  const line = lines[version - 1];
  const { commitment } = (field === "reason" ? line?.reason : line?.changes[field]) ?? {};
  if (hash(canonical([salt, value])).toString("hex") !== commitment) fail(`version ${version}: ${field} differs`);
}

// 3. The checkpoint is signed by the key (Ed25519, C2SP signed note): name of the log, number of its lines, root of their tree.
const end = proof.checkpoint.indexOf("\n\n") + 1;
const signed = proof.checkpoint.slice(0, end);
const [, name, id, material] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(key) ?? fail("not a public key");
const [kind, ...publicKey] = Buffer.from(material, "base64");
if (kind !== 1) fail("the key is not of Ed25519; an SM2 signature is checked by zhiben verify");
const ed25519 = Buffer.from("302a300506032b6570032100", "hex"); // how RFC 8410 introduces such a key
const publicKeyObject = createPublicKey({ key: Buffer.from([...ed25519, ...publicKey]), format: "der", type: "spki" });
const holds = proof.checkpoint.slice(end + 1).split("\n").some((line) => {
  const [, signer, encoded = ""] = /^— (\S+) (\S+)$/.exec(line) ?? [];
  const [keyId, signature] = [Buffer.from(encoded, "base64").subarray(0, 4), Buffer.from(encoded, "base64").subarray(4)];
  return signer === name && keyId.toString("hex") === id && verify(null, Buffer.from(signed), publicKeyObject, signature);
});
const [origin, size, root] = signed.split("\n");
if (!holds || origin !== name) fail("the checkpoint is not signed by this key");

// 4. Every line stands in the tree under that root (RFC 6962, RFC 9162 section 2.1.3.2).
proof.lines.forEach(({ position, path }, at) => {
  let [index, last] = [position, Number(size) - 1];
  let node = hash(Buffer.from([0]), Buffer.from(lines[at].hash, "hex"));
  for (const sibling of path.map((text) => Buffer.from(text, "base64"))) {
    const isRight = index % 2 === 1 || index === last;
    if (last === 0) fail(`version ${at + 1}: its path is too long`);
    node = isRight ? hash(Buffer.from([1]), sibling, node) : hash(Buffer.from([1]), node, sibling);
    while (isRight && index % 2 === 0 && index > 0) [index, last] = [index / 2, Math.floor(last / 2)];
    [index, last] = [Math.floor(index / 2), Math.floor(last / 2)];
  }
  if (last !== 0 || node.toString("base64") !== root) fail(`version ${at + 1}: is not in the tree`);
});

for (const { version, at, act, state } of lines) console.log(`${version}  ${at}  ${act} → ${state}`);
for (const { version, field, value } of proof.values) console.log(`${version}  ${field}: ${JSON.stringify(value)}`);
console.log(`存证核验通过 · the proof holds: ${proof.register} ${proof.entry}, signed by ${name}`);
