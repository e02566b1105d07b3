import encodeQR from "qr";
import { useMemo } from "react";

/** Light modules around it, without which a camera does not find it. */
const border = 4;

/** A QR code, dark on white whatever the look of the page: cameras expect it so. */
export function QrCode({ text, name }: { readonly text: string; readonly name: string }) {
  const modules = useMemo(() => encodeQR(text, "raw", { border }), [text]);
  const dark = modules
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg className="qr-code" viewBox={`0 0 ${modules.length} ${modules.length}`} role="img" aria-label={name}>
      <path fill="#fff" d={`M0 0h${modules.length}v${modules.length}h-${modules.length}z`} />
      <path fill="#000" shapeRendering="crispEdges" d={dark} />
    </svg>
  );
}
