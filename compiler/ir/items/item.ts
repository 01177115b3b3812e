/** Something that Job DSL can make on a controller. */
export interface Item {
  readonly kind: string;
}
