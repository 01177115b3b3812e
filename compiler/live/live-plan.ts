/** The form of a plan file. A plan of another form is refused. */
export const PLAN_FORMAT = 'bitesize-plan/1';

/** What an item of Jenkins is to whoever asks for it by its address. */
export type LiveKind = 'job' | 'folder' | 'view';

/** What is done to one job, folder or view, in one request or two. */
export type PlanStep =
  /** It is not there. */
  | (StepOn & { readonly action: 'create'; readonly after: WantedConfig })
  /** It is there and says something else, or lacks the marker of the project: its configuration is replaced. */
  | (StepOn & { readonly action: 'update'; readonly before: SeenConfig; readonly after: WantedConfig })
  /** It is there as something of another class: it is deleted and made anew, and its history goes. */
  | (StepOn & { readonly action: 'replace'; readonly before: SeenConfig; readonly after: WantedConfig })
  /** It is there under another name, or in another folder: it keeps its history. What it says is a step of its own. */
  | (StepOn & { readonly action: 'move'; readonly from: string; readonly before: SeenConfig })
  /** No spec makes it any more. */
  | (StepOn & { readonly action: 'disable' | 'delete'; readonly before: SeenConfig });

interface StepOn {
  readonly kind: LiveKind;
  /** The full name, with `/`; of something that is moved, the new one. */
  readonly name: string;
  /** The project that it belongs to. */
  readonly project: string;
}

/** A configuration that was seen on the server. What is in it is not kept: it may hold secrets. */
export interface SeenConfig {
  /** SHA-256 of its canonical text: a later save that changes nothing does not change it. */
  readonly digest: string;
}

/** A configuration that will be sent. */
export interface WantedConfig {
  /** SHA-256 of its canonical text as Jenkins will print it. */
  readonly digest: string;
  /** What is sent, with the marker of the project. What the server alone knows is put into it when it is sent. */
  readonly xml: string;
}

/** What `apply` does: the steps in their order. */
export interface LivePlan {
  readonly format: typeof PLAN_FORMAT;
  /** The address of the server, with no slash at its end. */
  readonly url: string;
  /** Who asked: another user may see something else. */
  readonly user: string | undefined;
  /** The version of bitesize that made it. */
  readonly version: string;
  readonly steps: readonly PlanStep[];
}
