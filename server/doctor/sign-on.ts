import { discover, returnPath } from "../sign-on/provider.ts";
import { type Check, fault, ok, warning } from "./check.ts";

/** Whether the identity provider answers, and can what the product asks of it. */
export const signOnProvider: Check = {
  name: "sign-on-provider",
  words: { zh: "统一身份认证提供方", en: "Identity provider" },
  of: "machine",
  async examine({ settings: { signOn } }) {
    if (signOn === undefined) return ok("未接入，不检查", "None is set up; not looked at");
    try {
      const metadata = (await discover(signOn)).serverMetadata();
      const { code_challenge_methods_supported: methods } = metadata;
      const back = new URL(returnPath, signOn.address).href;
      if (methods?.includes("S256") !== true)
        return warning(
          { zh: "未声明支持 PKCE（S256）", en: "It does not say that it knows PKCE (S256)" },
          {
            zh: "请提供方开启 PKCE；不支持的提供方会忽略它，登录仍受 state、nonce 和客户端密钥保护",
            en: "Have it switched on there; a provider that ignores it leaves state, nonce and the client's secret",
          },
        );
      return ok(
        `${metadata.issuer} 有应答；应在其处登记返回地址 ${back}`,
        `${metadata.issuer} answers; the address to register there is ${back}`,
      );
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return fault(
        {
          zh: `${signOn.issuer.href} 没有正确应答：${why}`,
          en: `${signOn.issuer.href} does not answer well: ${why}`,
        },
        {
          zh: "核对 ZHIBEN_OIDC_ISSUER、网络和证书；其间用密码登录",
          en: "Check ZHIBEN_OIDC_ISSUER, the net and its certificate; people sign in by password meanwhile",
        },
      );
    }
  },
};
