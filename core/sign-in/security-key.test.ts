import { expect, test } from "vitest";
import { counterFault, keyPlaceAt } from "./security-key.ts";

test.each([
  ["https", "zhiben.example.cn", { host: "zhiben.example.cn", origin: "https://zhiben.example.cn" }],
  [
    "https",
    "Zhiben.Example.cn:8443",
    { host: "zhiben.example.cn", origin: "https://zhiben.example.cn:8443" },
  ],
  ["https", "zhiben.example.cn:443", { host: "zhiben.example.cn", origin: "https://zhiben.example.cn" }],
  ["https", "zhiben", { host: "zhiben", origin: "https://zhiben" }],
  ["http", "localhost:8080", { host: "localhost", origin: "http://localhost:8080" }],
  ["http", "localhost:80", { host: "localhost", origin: "http://localhost" }],
  ["http", "zhiben.localhost", { host: "zhiben.localhost", origin: "http://zhiben.localhost" }],
  ["http", "zhiben.example.cn", { fault: "withoutTls" }],
  ["http", "localhost.example.cn", { fault: "withoutTls" }],
  ["https", "10.1.2.3", { fault: "addressIsNumber" }],
  ["http", "127.0.0.1:8080", { fault: "addressIsNumber" }],
  ["https", "[2001:db8::1]:8443", { fault: "addressIsNumber" }],
  ["https", "", { fault: "addressIsNumber" }],
])("keys by %s at “%s”", (scheme, host, place) => {
  expect(keyPlaceAt(scheme, host)).toEqual(place);
});

test.each([
  ["of a key that does not count", 0, 0, undefined],
  ["that went up", 8, 7, undefined],
  ["that began", 1, 0, undefined],
  ["that stood still", 7, 7, "copiedKey"],
  ["that went back", 6, 7, "copiedKey"],
  ["that was given up", 0, 7, "copiedKey"],
])("a count %s", (_, counted, last, fault) => {
  expect(counterFault(counted, last)).toBe(fault);
});
