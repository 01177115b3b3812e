/** The Job DSL file that an item goes to; a Java identifier, since the engine refuses other names. */
export type Family =
  | 'folders'
  | 'build_jobs'
  | 'image_jobs'
  | 'environment_jobs'
  | 'deploy_jobs'
  | 'test_jobs'
  | 'service_jobs'
  | 'views';
