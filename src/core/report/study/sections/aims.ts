import { note, ordered, paragraph, section } from '../../document/build.js';
import type { Section } from '../../document/document.js';
import type { ReportSources } from '../sources.js';

/** What the study asks. */
export function aimsSection({ corpus, publicText }: ReportSources): Section {
  const { questions } = corpus.study.config;
  if (questions.length === 0) {
    return section('Aims and questions', [
      note('The study does not say what it asks. Its questions belong into verbatim.json: "questions": ["…"].'),
    ]);
  }
  const lead =
    questions.length === 1 ? 'The study asks one question:' : `The study asks ${questions.length} questions:`;
  return section('Aims and questions', [paragraph(lead), ordered(questions.map(publicText))]);
}
