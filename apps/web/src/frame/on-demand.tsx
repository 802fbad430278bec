import { Component, type ReactNode, Suspense } from 'react';

/**
 * Around what is loaded when it is opened. Where it cannot be loaded the page stays as it is, and the bar below the
 * header says why.
 */
export class OnDemand extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : <Suspense>{this.props.children}</Suspense>;
  }
}
