// InfluenceAnalysis: first file follows.
