export interface Label {
  readonly path: string;
  readonly line: number;
  readonly kind: string;
  readonly family: string;
  readonly verdict: 'must' | 'may' | 'not';
}
export interface Labels {
  readonly repo: string;
  readonly commit: string;
  readonly expect?: 'nothing';
  readonly places: readonly Label[];
}
export interface Place extends Label {
  readonly language: string;
  readonly state: 'told' | 'grouped' | 'silent';
  readonly name: string | null;
}
export interface Row {
  readonly must: number;
  readonly told: number;
  readonly grouped: number;
  readonly may: number;
  readonly mayTold: number;
  readonly not: number;
  readonly alarms: number;
}
export declare function languageOf(path: string): string;
export declare function judge(
  labels: Labels,
  report: object,
): {
  readonly places: readonly Place[];
  readonly unlabelled: readonly { readonly path: string; readonly line: number }[];
  readonly told: number;
};
export declare function tally(places: readonly Partial<Place>[], property: string | null): ReadonlyMap<string, Row>;
export declare function recall(row: Row): number | null;
export declare function precision(row: Row): number | null;
