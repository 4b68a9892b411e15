import {
  Component,
  createElement,
  lazy,
  Suspense,
  useState,
  type ComponentType,
  type ReactNode,
} from "react";

interface LatePartProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

/** The code of a part did not come: no network, or the server no longer has it. */
class NotFetched extends Error {}

/** Something that opens over any page and whose code is fetched the first time it does. It stays mounted afterwards so that it can close
    with grace. When its code does not come, the page under it stays as it is and `onNotFetched` is told. */
export function latePart<Props extends LatePartProps>(load: Load<Props>) {
  const fetched: Load<Props> = () =>
    load().catch((cause: unknown) => {
      throw new NotFetched("the part could not be fetched", { cause });
    });
  let part = lazy(fetched);
  return function LatePart(props: Props & { readonly onNotFetched: () => void }) {
    const [wanted, setWanted] = useState(false);
    if (props.open && !wanted) setWanted(true);
    if (!wanted) return null;
    const giveUp = () => {
      // Where the browser asks again, so does the next opening: React alone would keep the refusal.
      part = lazy(fetched);
      setWanted(false);
      props.onOpenChange(false);
      props.onNotFetched();
    };
    return (
      <FetchBoundary onNotFetched={giveUp}>
        <Suspense fallback={null}>{createElement(part, props)}</Suspense>
      </FetchBoundary>
    );
  };
}

interface FetchBoundaryProps {
  readonly onNotFetched: () => void;
  readonly children: ReactNode;
}

/** Catches what was not fetched; every other error goes on to the page. */
class FetchBoundary extends Component<FetchBoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch(error: unknown) {
    if (error instanceof NotFetched) this.props.onNotFetched();
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (error instanceof NotFetched) return null;
    throw error;
  }
}
