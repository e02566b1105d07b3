import type { ReactNode } from "react";

/** Drawn by hand so that a screen needs no icon package; all of them decorate words that stand beside them. */
function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      width="18"
      height="18"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export const MenuIcon = () => (
  <Icon>
    <path d="M4 6h16M4 12h16M4 18h16" />
  </Icon>
);
export const StarIcon = () => (
  <Icon>
    <path d="M12 4l2.4 5.2 5.6.6-4.2 3.8 1.2 5.6-5-2.9-5 2.9 1.2-5.6L4 9.8l5.6-.6z" />
  </Icon>
);
export const DownloadIcon = () => (
  <Icon>
    <path d="M12 4v11M7 11l5 5 5-5M5 20h14" />
  </Icon>
);
export const UploadIcon = () => (
  <Icon>
    <path d="M12 15V4M7 9l5-5 5 5M5 20h14" />
  </Icon>
);
export const ColumnsIcon = () => (
  <Icon>
    <path d="M4 5h16v14H4zM10 5v14M15 5v14" />
  </Icon>
);
/** A disc half filled, as screens have it for their look. */
export const LookIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8" />
    <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />
  </Icon>
);
export const HomeIcon = () => (
  <Icon>
    <path d="M4 11l8-7 8 7v9h-5v-6H9v6H4z" />
  </Icon>
);
export const BoardIcon = () => (
  <Icon>
    <path d="M4 4h16v16H4zM4 9.3h16M4 14.6h16M9.3 4v16M14.6 4v16" />
  </Icon>
);
export const ChartIcon = () => (
  <Icon>
    <path d="M4 4v16h16M8 16v-5M12.5 16V7M17 16v-8" />
  </Icon>
);
export const PlanIcon = () => (
  <Icon>
    <path d="M4 5h7v15H4zM13 5h7v15h-7zM7 9h1M7 13h1M16 9h1M16 13h1" />
  </Icon>
);
export const RegisterIcon = () => (
  <Icon>
    <path d="M5 3h14v18H5zM9 8h6M9 12h6M9 16h4" />
  </Icon>
);
export const BookIcon = () => (
  <Icon>
    <path d="M4 4h6a2 2 0 0 1 2 2v14a2 2 0 0 0-2-2H4zM20 4h-6a2 2 0 0 0-2 2v14a2 2 0 0 1 2-2h6z" />
  </Icon>
);
export const TreeIcon = () => (
  <Icon>
    <path d="M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4" />
  </Icon>
);
export const ClockIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7v5l3.5 2" />
  </Icon>
);
export const KeyIcon = () => (
  <Icon>
    <circle cx="8" cy="15" r="4" />
    <path d="M11 12l8-8M16 7l3 3" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <path d="M12 5v14M5 12h14" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="M6 6l12 12M18 6L6 18" />
  </Icon>
);
export const FileIcon = () => (
  <Icon>
    <path d="M6 3h8l4 4v14H6zM14 3v4h4" />
  </Icon>
);
export const CameraIcon = () => (
  <Icon>
    <path d="M3 8h4l2-3h6l2 3h4v11H3z" />
    <circle cx="12" cy="13" r="3.5" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="M5 12.5l4.5 4.5L19 7.5" />
  </Icon>
);
export const BellIcon = () => (
  <Icon>
    <path d="M6 17V10.5a6 6 0 0 1 12 0V17l1.5 2h-15zM10 21.5h4" />
  </Icon>
);
export const HelpIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <path d="M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1 1-1.1 1.8M12 16.6v.3" />
  </Icon>
);
export const WarningIcon = () => (
  <Icon>
    <path d="M12 4l9 16H3zM12 10v4M12 17.2v.3" />
  </Icon>
);

export const InfoIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 11v5.5M12 7.4v.3" />
  </Icon>
);
export const LogIcon = () => (
  <Icon>
    <path d="M5 3h14v18H5zM8.5 8h7M8.5 12h7M8.5 16h4" />
  </Icon>
);
export const EyeIcon = () => (
  <Icon>
    <path d="M2 12c4-7 16-7 20 0-4 7-16 7-20 0z" />
    <circle cx="12" cy="12" r="3" />
  </Icon>
);

/** The mark of the product: a root under a shield. */
export function Brand({ size = 28 }: { readonly size?: number }) {
  return <img src="/icon.svg" alt="" width={size} height={size} />;
}
/** A folded map. */
export const MapIcon = () => (
  <Icon>
    <path d="M9 4L3 6.5v13L9 17l6 2.5 6-2.5V4l-6 2.5zM9 4v13M15 6.5v13" />
  </Icon>
);
