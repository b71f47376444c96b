interface Person {
  name: string;
  email: string;
  verified: boolean;
}

/** Who can be chosen on the page of the local Google. */
export const googlePeople: readonly Person[] = [
  { name: "Grace Holm", email: "grace.holm@gmail.example", verified: true },
  { name: "Noor Haddad", email: "noor.haddad@gmail.example", verified: true },
  { name: "Ada Marlowe (a member by password)", email: "ada@quickscale.local", verified: true },
  { name: "Una Firmed (address not verified)", email: "una.firmed@gmail.example", verified: false },
];

/** Who can be chosen on the page of the local GitHub, in the order of their ids. */
export const gitHubPeople: readonly (Person & { login: string })[] = [
  { login: "grace-holm", name: "Grace Holm", email: "grace@holm.example", verified: true },
  { login: "tim-berg", name: "Tim Berg", email: "tim@berg.example", verified: true },
  {
    login: "ben-okafor",
    name: "Ben Okafor (a member by password)",
    email: "ben@quickscale.local",
    verified: true,
  },
  {
    login: "una-firmed",
    name: "Una Firmed (address not verified)",
    email: "una@firmed.example",
    verified: false,
  },
];

/** What the product names itself by at the local providers: worth nothing anywhere else. */
export const oauthClients = {
  google: { id: "quickscale-local.apps.googleusercontent.com", secret: "GOCSPX-quickscale-local" },
  github: { id: "Iv1.quickscale-local", secret: "quickscale-local-github" },
} as const;
