import { type ThemeConfig, theme } from "antd";
import type { Look } from "../first-look.ts";
import { dark, fonts, largeText, light } from "../tokens.ts";

const bodyPixels = 14;

/** The same look for antd's controls. */
export function themeOf({ scheme, text }: Look): ThemeConfig {
  const palette = scheme === "dark" ? dark : light;
  return {
    algorithm: scheme === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      // On a busy machine the motion of a button's loading mark never ended, and a screen reader went on calling it loading.
      motion: false,
      colorPrimary: palette.accent,
      colorInfo: palette.accent,
      colorSuccess: palette.accent,
      colorLink: palette.accent,
      colorError: palette.red,
      colorWarning: palette.orange,
      colorText: palette.ink,
      colorTextSecondary: palette.inkSoft,
      colorTextPlaceholder: palette.placeholder,
      colorTextLightSolid: palette.onAccent,
      // antd would derive these from the strong colours, and a dark accent gives muddy ones.
      colorPrimaryBg: palette.accentSoft,
      colorPrimaryBgHover: palette.accentSoft,
      colorInfoBg: palette.accentSoft,
      colorInfoBorder: palette.accentLine,
      colorSuccessBg: palette.accentSoft,
      colorSuccessBorder: palette.accentLine,
      colorErrorBg: palette.redSoft,
      colorWarningBg: palette.orangeSoft,
      colorBorder: palette.lineStrong,
      colorBorderSecondary: palette.line,
      colorBgLayout: palette.ground,
      colorBgContainer: palette.paper,
      colorBgElevated: palette.paper,
      borderRadius: 4,
      fontSize: text === "large" ? bodyPixels * largeText : bodyPixels,
      fontFamily: fonts.text,
    },
  };
}
