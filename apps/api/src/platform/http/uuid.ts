// The type of an id in a path: what is no UUID is refused before any look-up.

/**
 * @pattern ^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$ is not an id
 * @format uuid
 */
export type Uuid = string;
