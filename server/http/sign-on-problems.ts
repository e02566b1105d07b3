import type { Words } from "../../core/words.ts";

/** What can go wrong with signing in by an identity provider, and with binding an account to it. */
export const signOnProblems = {
  "sign-on-absent": {
    status: 404,
    words: {
      zh: "本系统没有接入统一身份认证，请用用户名和密码登录",
      en: "No identity provider is set up here; sign in with user name and password",
    },
  },
  "sign-on-down": {
    status: 503,
    words: {
      zh: "统一身份认证暂时连接不上，请稍后再试，或用用户名和密码登录",
      en: "The identity provider does not answer; try again later, or sign in with user name and password",
    },
  },
  "sign-on-stale": {
    status: 409,
    words: {
      zh: "这次统一身份认证已过时，或不是在这个浏览器中开始的，请重新开始",
      en: "This took too long, or did not begin in this browser; begin anew",
    },
  },
  "sign-on-given-up": {
    status: 401,
    words: {
      zh: "您在统一身份认证处取消了，或没有获得许可，没有登录",
      en: "It was given up or not allowed at the identity provider; nobody was signed in",
    },
  },
  "sign-on-invalid": {
    status: 401,
    words: {
      zh: "统一身份认证的应答核对不符，没有登录，请重新开始；再次出现请告知系统管理员",
      en: "What the identity provider said does not hold; begin anew, and tell the administrator if it happens again",
    },
  },
  "sign-on-refused": {
    status: 401,
    words: {
      zh: "您在统一身份认证的身份没有对应可以登录的账号。还没有绑定的，请先用密码登录，在“我的账号”中绑定；没有密码的，请联系系统管理员",
      en: "No account that may sign in belongs to who you are there. If yours is not bound yet, sign in by password and bind it under “My account”; without a password, ask the system administrator",
    },
  },
  "sign-on-not-anew": {
    status: 401,
    words: {
      zh: "本次登录已锁定，须在统一身份认证处重新验证身份后才能打开；请重新开始，或用密码登录",
      en: "The session is locked, and opens once you have shown anew at the identity provider that it is you; begin anew, or use the password",
    },
  },
  "sign-on-bound-already": {
    status: 409,
    words: {
      zh: "这个账号已经绑定；要换成另一个身份，请先解除绑定",
      en: "This account is bound already; unbind it first",
    },
  },
  "sign-on-taken": {
    status: 409,
    words: {
      zh: "您在统一身份认证的这个身份已经绑定了另一个账号，没有绑定",
      en: "Who you are there is bound to another account; nothing was bound",
    },
  },
  "sign-on-not-bound": {
    status: 409,
    words: { zh: "这个账号没有绑定统一身份认证", en: "This account is not bound" },
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly words: Words }>>;
