/** The part of the Trusted Types API that is used here; not every browser has it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createHTML: (html: string) => string },
  ): { readonly createHTML: (html: string) => string };
}

const { trustedTypes } = window as { trustedTypes?: TrustedTypes };

/** The page may make HTML by this policy only; it is for what the server's renderer has made. */
const policy = trustedTypes?.createPolicy('fupan', { createHTML: (html) => html });

/** Marks HTML from the server's renderer as fit for the page. */
export const trusted = (html: string): string => policy?.createHTML(html) ?? html;
