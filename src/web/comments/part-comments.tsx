import { CommentButton } from './comment-button.js';

/** What is said about a part of the page that is prose; of the others each entry has its own. */
export function PartComments({ part, name }: { readonly part: string; readonly name: string }) {
  if (part === 'summary') return <CommentButton place={{ part: 'SUMMARY' }} name={name} />;
  return part.startsWith('section-') ? (
    <CommentButton place={{ part: 'SECTION', heading: name }} name={name} />
  ) : null;
}
