/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { Operation } from "../api/operation";
import viewer_graphql from "../operations/viewer.graphql?raw";
/** What somebody may do. */
export type Role =
  | 'ADMIN'
  | 'EDITOR'
  | 'REVIEWER'
  | 'VIEWER';

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string, role: Role } };

export const Viewer: Operation<ViewerQuery, ViewerQueryVariables> = { document: viewer_graphql, name: "Viewer", kind: "query" };
