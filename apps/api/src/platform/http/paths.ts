// The paths of the OpenAPI document as patterns for `request.path`, with the version prefix or without.

/** Template → method → operation. */
export interface Paths {
  [template: string]: object;
}

/** `/jobs/{job_id}` → what matches `/jobs/…` and `/api/v1/jobs/…`. */
export const patternOf = (template: string): RegExp =>
  new RegExp(`^(?:/api/v1)?${template.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}/?$`);
