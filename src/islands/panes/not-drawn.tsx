/** Said where a part of the page failed: nothing else on it does. */
export function NotDrawn({ what = 'This' }: { readonly what?: string }) {
  return (
    <p className="pw-notice" data-bad role="alert">
      {what} could not be drawn: its part of the page did not load, or what came has a shape that this page
      does not know. Check the connection and try once more, or reload the page; your text is kept.
    </p>
  );
}
