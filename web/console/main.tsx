import "../ui/base.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { ConfigProvider } from "antd";
import enLocale from "antd/locale/en_US";
import zhLocale from "antd/locale/zh_CN";
import { type ReactNode, StrictMode, useMemo } from "react";
import { createRoot } from "react-dom/client";
import { newQueryClient } from "../api/query-client.ts";
import { LookProvider, useLook } from "../ui/look.tsx";
import { useNarrow } from "../ui/narrow.ts";
import { themeOf } from "../ui/theme.ts";
import { applyTokens } from "../ui/tokens.ts";
import { LanguageProvider, useWords } from "../words/language.tsx";
import { newRouter } from "./router.tsx";
import { markSessionEnded } from "./session.ts";

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root");

applyTokens(document);
const queryClient = newQueryClient(markSessionEnded);
const router = newRouter(queryClient);

function Controls({ children }: { readonly children: ReactNode }) {
  const { language } = useWords();
  const narrow = useNarrow();
  const { look } = useLook();
  const theme = useMemo(() => themeOf(look), [look]);
  return (
    <ConfigProvider
      csp={{ nonce }}
      theme={theme}
      componentSize={narrow ? "large" : "middle"}
      locale={language === "zh" ? zhLocale : enLocale}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  );
}

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <LookProvider>
        <Controls>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </Controls>
      </LookProvider>
    </LanguageProvider>
  </StrictMode>,
);
