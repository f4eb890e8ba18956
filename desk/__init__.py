"""The webmaster's desk beside the playground's chat: why an answer, all answers, guides as diagrams, questions asked anew."""
