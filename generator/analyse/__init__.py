"""Articles in, analyses out: sentences, names and quotes. `pipeline.analyse` joins the parts."""
