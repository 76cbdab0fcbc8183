/**
 * Text from a file as the line below a box shows it: VS Code makes a link, that may run a command, of what is written
 * there like one in Markdown. An invisible space between the brackets keeps it text.
 */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', ']\u200b(');
}
