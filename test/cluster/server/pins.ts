/** What the server is made of: Go modules in exactly these versions, so that a result means the same everywhere. */
export const pins = {
  /** kube-apiserver and kubectl. */
  kubernetes: 'v1.37.2',
  etcd: 'v3.7.3',
  /** The CustomResourceDefinitions of Gateway, VirtualService and ServiceEntry. */
  istio: 'v1.32.0',
} as const;
