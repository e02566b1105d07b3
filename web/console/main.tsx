import "../ui/base.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { newQueryClient } from "../api/query-client.ts";
import { LookProvider } from "../ui/look.tsx";
import { applyTokens } from "../ui/tokens.ts";
import { LanguageProvider } from "../words/language.tsx";
import { newRouter } from "./router.tsx";
import { markSessionEnded } from "./session.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root");

applyTokens(document);
const queryClient = newQueryClient(markSessionEnded);
const router = newRouter(queryClient);

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <LookProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LookProvider>
    </LanguageProvider>
  </StrictMode>,
);
