"""DocFormerV2 as we train it: a T5 encoder-decoder over a page's picture, words and boxes. Read `docformer` first.

Letters in the shape comments: B pages, N passages (a page has one or more), T text tokens of a passage, V visual
tokens, M memory (all passages of a page, V+T each), R questions (rows) a page, L decoder tokens, D width, H heads,
K head width.

The page alone goes through the encoder; the question is the decoder's prefix, so one encoding of a page serves every
question about it. All passages of a page are encoded by themselves and read together by the decoder (fusion in the
decoder), so a page may be longer than one passage. Source of the design: Appalaraju et al., DocFormerv2, AAAI 2024.
Ours: the question's place, the pointer that copies words and names the evidence, and the "not on this page" output.
The paper's own place for the question is a configuration (`question_in_encoder`): its tokens then stand before the
page's in a passage, their boxes hidden, and every question encodes the page anew.
"""
