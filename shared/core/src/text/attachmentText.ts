// Words about notes and files on a ticket: the list on staff screens, and why a file was not taken.
import type { Texts } from './language.ts';

export const attachmentProblems = {
  uploadsBusy: { code: 'uploadsBusy', zh: '同时上传的附件过多，请稍候再试。', en: 'Too many files are coming in at once. Please try again in a moment.' },
  fileEmpty: { code: 'fileEmpty', zh: '文件是空的，没有上传。', en: 'The file is empty; nothing was kept.' },
  otherKind: { code: 'otherKind', zh: '只接受 PNG、JPEG 图片和 PDF 文件；请确认文件没有改名或损坏。', en: 'Only PNG, JPEG and PDF files are taken. Please check that the file was not renamed or damaged.' },
  fileGone: { code: 'fileGone', zh: '附件已被抹除或无法读取。', en: 'The file was erased or cannot be read.' },
} as const;

interface AttachmentWords {
  readonly notes: string;
  readonly noNotes: string;
  readonly noteHint: string;
  readonly addNote: string;
  readonly noteErased: string;
  readonly notesAway: string;
  readonly noteNotPlain: string;
  readonly files: string;
  readonly noFiles: string;
  readonly addFile: string;
  readonly fileLimits: string;
  readonly sending: string;
  readonly openFile: string;
  readonly tooLarge: string;
  readonly away: string;
  /** Where it was written. */
  readonly at: (place: string, time: string) => string;
  readonly kinds: { readonly png: string; readonly jpeg: string; readonly pdf: string };
  readonly left: (signs: number) => string;
}

export const attachmentTexts: Texts<AttachmentWords> = {
  zh: {
    notes: '备注', noNotes: '没有备注', noteHint: '如：材料缺复印件，已告知', addNote: '添加备注', noteErased: '（内容已抹除）', notesAway: '暂时读不到备注', noteNotPlain: '备注不能含换行等特殊字符',
    files: '附件', noFiles: '没有附件', addFile: '添加附件…', fileLimits: 'PNG、JPEG、PDF，5 MB 以内', sending: '正在上传…', openFile: '保存', tooLarge: '文件超过 5 MB，没有上传。', away: '服务器没有答复，请看列表后再试。',
    at: (place, time) => `${time} · ${/^\d/.test(place) ? `${place} 号窗口` : place}`, kinds: { png: '图片', jpeg: '照片', pdf: 'PDF' }, left: (signs) => `还可写 ${signs} 字`,
  },
  en: {
    notes: 'Notes', noNotes: 'No notes', noteHint: 'Such as: a copy is missing, told so', addNote: 'Add note', noteErased: '(erased)', notesAway: 'Notes cannot be read now', noteNotPlain: 'A note has no line breaks or special signs',
    files: 'Files', noFiles: 'No files', addFile: 'Add a file…', fileLimits: 'PNG, JPEG or PDF, up to 5 MB', sending: 'Sending…', openFile: 'Save', tooLarge: 'The file is larger than 5 MB; nothing was sent.', away: 'The server did not answer. Look at the list before you try again.',
    at: (place, time) => `${time} · ${/^\d/.test(place) ? `Counter ${place}` : place}`, kinds: { png: 'Picture', jpeg: 'Photo', pdf: 'PDF' }, left: (signs) => `${signs} signs left`,
  },
};
