export declare const settings: {
  format: string;
  authority: string;
  version: string;
  words: Record<string, Record<string, string>>;
};
export declare function orderOf(moved: boolean): string[];
export declare function withHeard(heard: string[], event: Event): string[];
export declare function recordOf(element: { record(): unknown } | null | undefined): string;
