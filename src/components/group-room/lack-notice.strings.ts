/** What is lacking for video, what still works, and what to do. */
export const lackEnglish = {
  webrtc:
    'This browser cannot join video rooms. Open this page in a current Chrome, Safari or Firefox.',
  insecure:
    'This page is not on a secure address, so your browser keeps camera and microphone off. You can go in and listen. Please tell your clinic.',
  policy:
    'This page does not allow camera and microphone. You can go in and listen. Please tell your clinic.',
};
export type LackStrings = typeof lackEnglish;
