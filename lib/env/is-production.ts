/** Whether this is the optimised build; known without the rest of the environment, also while building. */
export const isProduction = process.env.NODE_ENV === "production";
