import type * as vscode from 'vscode';
import { registerAgreement } from './agreement/register.js';
import { registerAnchors } from './anchors/register.js';
import { ChangesFeature } from './changes/changesFeature.js';
import { CodebookEditing } from './codebook/editing.js';
import { registerCodebook } from './codebook/register.js';
import { Targets } from './codebook/target.js';
import { registerCodebookText } from './codebookText/register.js';
import { Coder } from './coding/coder.js';
import { Favorites } from './coding/favorites.js';
import { LastCodings } from './coding/lastCodings.js';
import { RecentCodes } from './coding/recentCodes.js';
import { registerCoding } from './coding/register.js';
import { registerAnnouncements } from './common/report.js';
import { ShownReports } from './common/shownReports.js';
import { takingTurns } from './common/turns.js';
import { Conflicts } from './conflicts/conflicts.js';
import { registerConflicts } from './conflicts/register.js';
import { Unsettled } from './conflicts/unsettled.js';
import { Discussion } from './discussion/discussion.js';
import { registerDiscussion } from './discussion/register.js';
import { CodedDocuments } from './documents/codedDocuments.js';
import { FollowOnSave } from './documents/followOnSave.js';
import { EvidencePages } from './evidence/evidencePages.js';
import { registerEvidence } from './evidence/register.js';
import { ExcerptPages } from './excerpts/excerptPages.js';
import { registerExcerpts } from './excerpts/register.js';
import { registerExchange } from './exchange/register.js';
import { registerFigures } from './figures/register.js';
import { registerCodeNames } from './highlights/codeNames.js';
import { registerHighlights } from './highlights/highlights.js';
import { History } from './history/history.js';
import type { Host } from './host.js';
import { registerHovers } from './hovers/register.js';
import { ManuscriptChecks } from './manuscripts/manuscriptChecks.js';
import { QuotationsPages } from './manuscripts/quotations/pages.js';
import { registerManuscripts } from './manuscripts/register.js';
import { registerMemos } from './memos/register.js';
import { registerNotes } from './notes/register.js';
import { PreviewDrawing } from './preview/drawing.js';
import { type ExtendMarkdownIt, previewPlugin } from './preview/markdownIt.js';
import { registerPreview, wishForPreview } from './preview/register.js';
import { registerProblems } from './problems/register.js';
import { QueryPages } from './query/queryPages.js';
import { registerQuery } from './query/register.js';
import { QuotePages } from './quote/quotePages.js';
import { registerQuote } from './quote/register.js';
import { registerRenames } from './renames/register.js';
import { registerReport } from './report/register.js';
import { registerReveal } from './reveal/reveal.js';
import { registerReviewList } from './reviewList/register.js';
import { ReviewPages } from './reviewList/reviewPages.js';
import { registerRounds } from './rounds/register.js';
import { registerSample } from './sample/register.js';
import { Corpora } from './study/corpora.js';
import { Studies } from './study/studies.js';
import { registerTyping } from './study/typing.js';
import { registerWatching } from './study/watch.js';
import { HistoryPages } from './studyHistory/historyPages.js';
import { registerStudyHistory } from './studyHistory/register.js';
import { registerThemeMap } from './themeMap/register.js';
import { registerThemes } from './themes/register.js';
import { ThemesArrangement } from './themes/themesArrangement.js';
import { ThemesTree } from './themes/themesTree.js';
import { ThemesView } from './themes/themesView.js';
import { TranscriptsFeature } from './transcripts/transcriptsFeature.js';
import { VersionsFeature } from './versions/versionsFeature.js';
import { Colleagues } from './visibility/colleagues.js';
import { registerColleagues, registerVisibility } from './visibility/register.js';
import { Visibility } from './visibility/visibility.js';

/** What the tests may look at, and what VS Code asks for. */
export interface VerbatimApi {
  readonly studies: Studies;
  readonly documents: CodedDocuments;
  readonly following: FollowOnSave;
  readonly visibility: Visibility;
  readonly colleagues: Colleagues;
  readonly tree: ThemesTree;
  readonly themes: ThemesView;
  readonly excerpts: ExcerptPages;
  readonly evidence: EvidencePages;
  readonly reviews: ReviewPages;
  /** VS Code's Markdown preview asks for this by its name. */
  readonly extendMarkdownIt: ExtendMarkdownIt;
  readonly transcripts: TranscriptsFeature;
  readonly changes: ChangesFeature;
  readonly discussion: Discussion;
  readonly conflicts: Conflicts;
  readonly versions: VersionsFeature;
  readonly queries: QueryPages;
  readonly quotes: QuotePages;
}

/**
 * The table of contents: every feature of the extension registers itself here, one after the other while others have their turn. Nothing is
 * read yet.
 */
export async function activateVerbatim(context: vscode.ExtensionContext, host: Host): Promise<VerbatimApi> {
  const pause = takingTurns();
  // What loading this took counts as well.
  void pause();
  const colleagues = new Colleagues(context.workspaceState);
  const studies = new Studies(host, study => colleagues.hidingIn(study));
  const visibility = new Visibility(context.workspaceState);
  const documents = new CodedDocuments(studies, visibility);
  const arrangement = new ThemesArrangement(context.workspaceState);
  const tree = new ThemesTree(studies, arrangement);
  const coder = new Coder(host, studies);
  const recent = new RecentCodes(context.workspaceState);
  const last = new LastCodings(context.workspaceState);
  const favorites = new Favorites(context.workspaceState);
  const history = new History(studies, context.workspaceState);
  // Who hears of changed files is there before anybody can ask for a study.
  context.subscriptions.push(registerWatching(studies), registerTyping(studies), registerRenames(studies, history));
  await pause();
  const editing = new CodebookEditing(history);
  const themes = new ThemesView(studies, tree, editing);
  const targets = new Targets(studies, themes.tree);
  await pause();
  const corpora = new Corpora(studies);
  const pageHost = { extensionUri: context.extensionUri, environment: host.environment };
  const following = new FollowOnSave({ documents, coder, history });
  const excerptServices = { studies, documents, coder, history };
  const transcripts = new TranscriptsFeature({ studies, coder, history }, context.workspaceState);
  const discussion = new Discussion({ studies, documents, coder, history });
  await pause();
  const reviews = new ReviewPages({ studies, coder, history }, pageHost);
  const historyPages = new HistoryPages(studies, host, pageHost);
  const unsettled = new Unsettled(studies);
  const changes = new ChangesFeature({ studies, history, host, discussion, unsettled }, context.workspaceState);
  await pause();
  const conflicts = new Conflicts(studies, pageHost, context.workspaceState);
  const versions = new VersionsFeature({ studies, coder, changes, conflicts, host });
  const excerpts = new ExcerptPages(excerptServices, pageHost, context.workspaceState);
  const evidence = new EvidencePages(studies, corpora, pageHost);
  await pause();
  const queries = new QueryPages({ studies, corpora, history }, pageHost);
  const checks = new ManuscriptChecks(studies, corpora);
  const quoting = { studies, documents, history, checks };
  const quotes = new QuotePages(quoting, pageHost, corpora, context.workspaceState);
  const quotations = new QuotationsPages(studies, corpora, checks, pageHost);
  const drawing = new PreviewDrawing(wishForPreview);
  await pause();
  context.subscriptions.push(
    registerAnnouncements(),
    colleagues,
    studies,
    visibility,
    documents,
    arrangement,
    tree,
    coder,
    history,
    editing,
    themes,
    targets,
    excerpts,
    evidence,
    reviews,
    historyPages,
    transcripts,
    changes,
    conflicts,
    versions,
    unsettled,
    corpora,
    queries,
    checks,
    quotes,
    quotations,
    drawing,
    discussion,
    following,
  );
  const features: readonly (() => vscode.Disposable)[] = [
    () => registerQuote(quoting, quotes),
    () => registerManuscripts(studies, checks, quotations),
    () => registerConflicts({ studies, coder, history, conflicts, unsettled }),
    () => registerCoding({ studies, documents, coder, recent, last, favorites, history, visibility }, targets),
    () => registerNotes({ studies, documents, coder, recent, last, favorites, history, visibility }),
    () => registerThemes(studies, themes, arrangement),
    () => registerCodebook({ studies, editing, targets }, arrangement),
    () => registerCodebookText(studies),
    () => registerHovers(studies, documents),
    () => registerHighlights(documents),
    () => registerCodeNames(documents),
    () => registerVisibility(studies, visibility, targets),
    () => registerColleagues({ studies, colleagues, coder }),
    () => registerRounds({ studies, colleagues, coder, reports: new ShownReports('verbatim-round') }),
    () => registerPreview(studies, visibility, drawing),
    () => registerProblems({ studies, history, recent, editing }),
    () => registerReveal(studies, documents),
    () => registerExcerpts(excerptServices, excerpts, targets),
    () => registerEvidence(studies, evidence, targets),
    () => registerReviewList(studies, reviews),
    () => registerQuery(studies, queries, targets),
    () => registerThemeMap(pageHost, studies),
    () => registerFigures(pageHost, studies, corpora, context.workspaceState),
    () => registerAgreement(pageHost, { studies, corpora, colleagues, memory: context.workspaceState }),
    () => registerSample(pageHost, studies, corpora),
    () => registerReport(pageHost, studies, corpora),
    () => registerStudyHistory({ studies, documents, coder, targets }, historyPages),
    () => registerExchange(studies, history),
    () => registerAnchors({ studies, coder, history }),
    () => registerDiscussion(discussion, targets),
    () => registerMemos({ studies, documents, coder, history, targets }),
  ];
  for (const register of features) {
    await pause();
    context.subscriptions.push(register());
  }
  const extendMarkdownIt = previewPlugin(documents, drawing);
  const shown = {
    tree,
    themes,
    excerpts,
    evidence,
    reviews,
    transcripts,
    discussion,
    changes,
    conflicts,
    versions,
    queries,
    quotes,
  };
  return { studies, documents, following, visibility, colleagues, ...shown, extendMarkdownIt };
}
