import { createPrivateKey, createSign } from "node:crypto";
import type { Attestation, Cbor } from "./security-key.ts";

/** The key of a maker of security keys that there is not, and its certificate, which names an address for revoked ones. */
const makerKey = [
  "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgub3fUJvSkADiGT/IbYNtpfVnq9oNtcVoxAok8mEcMNmhRANCAASn",
  "4TU4KSRB1S/BagTU1x3tKGXrR0waKzTopGqZBrkiA2260lDG8lkL+cMRI2v3ejColi0pyIfPXCNluqST5cXE",
].join("");
const makerCertificate = [
  "MIICNTCCAdygAwIBAgIUC9DhvOMyJHVublcFAUTsYopKb8AwCgYIKoZIzj0EAwIwbTELMAkGA1UEBhMCQ04xFTATBgNVBAoMDFpo",
  "aWJlbiB0ZXN0czEiMCAGA1UECwwZQXV0aGVudGljYXRvciBBdHRlc3RhdGlvbjEjMCEGA1UEAwwaQSBrZXkgdGhhdCBuYW1lcyBp",
  "dHMgbW9kZWwwIBcNMjYxMTI3MDkyNTQ1WhgPMjEyNjExMDMwOTI1NDVaMG0xCzAJBgNVBAYTAkNOMRUwEwYDVQQKDAxaaGliZW4g",
  "dGVzdHMxIjAgBgNVBAsMGUF1dGhlbnRpY2F0b3IgQXR0ZXN0YXRpb24xIzAhBgNVBAMMGkEga2V5IHRoYXQgbmFtZXMgaXRzIG1v",
  "ZGVsMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEp+E1OCkkQdUvwWoE1Ncd7Shl60dMGis06KRqmQa5IgNtutJQxvJZC/nDESNr",
  "93owqJYtKciHz1wjZbqkk+XFxKNYMFYwDAYDVR0TAQH/BAIwADAnBgNVHR8EIDAeMBygGqAYhhZodHRwOi8vMTI3LjAuMC4xOjkv",
  "Y3JsMB0GA1UdDgQWBBRNFD93Ns6yCoXMmBZrJuXlK7LelDAKBggqhkjOPQQDAgNHADBEAiANqVKIa0EpJkywCaPK1K7tFlo08aHc",
  "wFS975F73TPsawIgMdso2U5hoK6X5uHjJGDgBaL3q5+v9wQGFiRpw8ziVLo=",
].join("");

const maker = createPrivateKey({ key: Buffer.from(makerKey, "base64"), format: "der", type: "pkcs8" });

/** A key says of which model it is, by its maker's certificate (Web Authentication Level 2, 8.2). */
export const ofMaker: Attestation = {
  format: "packed",
  statementOf: (signed) =>
    new Map<string, Cbor>([
      ["alg", -7],
      ["sig", createSign("sha256").update(signed).sign(maker)],
      ["x5c", [Buffer.from(makerCertificate, "base64")]],
    ]),
};
