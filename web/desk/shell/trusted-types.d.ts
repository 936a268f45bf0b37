interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): unknown };
}
declare var trustedTypes: TrustedTypePolicyFactory | undefined;
