import type { ThemeConfig } from "antd";
import { fonts, tokens } from "./tokens.ts";

/** The same look for antd's controls. */
export const theme: ThemeConfig = {
  token: {
    // On a busy machine the motion of a button's loading mark never ended, and a screen reader went on calling it loading.
    motion: false,
    colorPrimary: tokens.accent,
    colorInfo: tokens.accent,
    colorSuccess: tokens.accent,
    colorLink: tokens.accent,
    colorError: tokens.red,
    colorWarning: tokens.orange,
    colorText: tokens.ink,
    colorTextSecondary: tokens.inkSoft,
    colorTextPlaceholder: "#6b7784",
    // antd would derive these from the strong colours, and a dark accent gives muddy ones.
    colorPrimaryBg: tokens.accentSoft,
    colorPrimaryBgHover: tokens.accentSoft,
    colorInfoBg: tokens.accentSoft,
    colorInfoBorder: tokens.accentLine,
    colorSuccessBg: tokens.accentSoft,
    colorSuccessBorder: tokens.accentLine,
    colorErrorBg: tokens.redSoft,
    colorWarningBg: tokens.orangeSoft,
    colorBorder: tokens.lineStrong,
    colorBorderSecondary: tokens.line,
    colorBgLayout: tokens.ground,
    borderRadius: 4,
    fontSize: 14,
    fontFamily: fonts.text,
    motionDurationMid: "0.12s",
    motionDurationSlow: "0.16s",
  },
};
