import { expect, test } from "vitest";
import { deviceOf, deviceWords } from "./device.ts";

const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

test.each([
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/140.0.0.0`,
    "windows/edge",
    "Windows，Edge 浏览器",
  ],
  [`Mozilla/5.0 (X11; Linux x86_64) ${chrome}`, "linux/chrome", "Linux（含统信、麒麟），Chrome 类浏览器"],
  [`Mozilla/5.0 (Linux; Android 14; V2301A) ${chrome} MicroMessenger/8.0`, "android/wechat", "安卓，微信"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 (KHTML, like Gecko) Version/18.0 Safari/604.1",
    "ios/safari",
    "苹果手机或平板，Safari 浏览器",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 14.1; rv:140.0) Gecko/20100101 Firefox/140.0",
    "mac/firefox",
    "苹果电脑，Firefox 浏览器",
  ],
  ["curl/8.5.0", "other", "程序或未知浏览器"],
  [undefined, "other", "程序或未知浏览器"],
])("%s is told as %s", (userAgent, device, words) => {
  expect(deviceOf(userAgent)).toBe(device);
  expect(deviceWords(device).zh).toBe(words);
});

test("what nobody knows is told as unknown, also where it is a word of the language", () => {
  expect(deviceWords("constructor/toString").zh).toBe("程序或未知浏览器");
});
