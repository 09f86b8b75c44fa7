// Links that carry a token: in the fragment, which browsers send to no server.
export const linkOf = (path: string, token: string): string => `${window.location.origin}${path}#${token}`;
