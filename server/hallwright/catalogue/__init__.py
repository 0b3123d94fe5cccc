"""Knows what may be exhibited: the models of ``assets/models``, their cards, recipes and measures.

Never knows a layout, a scene or a file format of the web."""
