import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, startTransition } from "react";
import { createRoot } from "react-dom/client";
import { newQueryClient } from "../api/query-client.ts";
import { LookProvider } from "../ui/look.tsx";
import { LanguageProvider, loadWords } from "../words/language.tsx";
import { storedLanguage } from "../words/stored-language.ts";
import { newRouter } from "./router.tsx";
import { markSessionEnded } from "./session.ts";

/** Shows the page of the address, in place of the frame that stands there until its data are here. */
export async function open(): Promise<void> {
  const root = document.getElementById("root");
  if (root === null) throw new Error("The page has no root");
  const queryClient = newQueryClient(markSessionEnded);
  const router = newRouter(queryClient);
  await Promise.all([router.load(), loadWords(storedLanguage())]);
  // As a transition React makes the page in small pieces, between which the browser can answer a finger.
  startTransition(() =>
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
    ),
  );
}
