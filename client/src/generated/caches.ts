/** The types of each interface and union. */
export const possibleTypes: Record<string, string[]> = {
  "Node": [
    "Article",
    "Condition",
    "Credential",
    "Insurer",
    "Provider",
    "Treatment"
  ],
  "Topic": [
    "Condition",
    "Credential",
    "Insurer",
    "Treatment"
  ],
  "_Entity": [
    "Article",
    "Condition",
    "Credential",
    "Insurer",
    "Provider",
    "Treatment"
  ]
};

/** Types whose objects are a part of what holds them, since no id tells them apart. */
export const embeddedTypes: string[] = [
  "AccessibilityFeatureCount",
  "AgeGroupCount",
  "ArticleConnection",
  "ArticleEdge",
  "ArticlePayload",
  "Availability",
  "Bounds",
  "CallToAction",
  "Change",
  "ChangeConnection",
  "ChangeEdge",
  "ConditionConnection",
  "ConditionCount",
  "ConditionEdge",
  "ConditionPayload",
  "Confirmation",
  "Coverage",
  "CreateTokenPayload",
  "CreateWebhookPayload",
  "CredentialConnection",
  "CredentialCount",
  "CredentialEdge",
  "CredentialPayload",
  "CrisisResource",
  "DeletePayload",
  "Difference",
  "DirectoryChange",
  "DirectoryChanges",
  "DirectoryQuality",
  "DuplicatePair",
  "Duplicates",
  "FeeRange",
  "FieldConflict",
  "FoundPlace",
  "GenderCount",
  "Hours",
  "ImportChange",
  "ImportNote",
  "ImportPayload",
  "ImportReject",
  "InsurerConnection",
  "InsurerCount",
  "InsurerEdge",
  "InsurerPayload",
  "Intent",
  "Interpretation",
  "LanguageServiceCount",
  "LanguageSkill",
  "MedicalReview",
  "NPIRecord",
  "OpenTimeCount",
  "OpeningHours",
  "PageInfo",
  "PhoneNumber",
  "PopulationCount",
  "ProviderChange",
  "ProviderCluster",
  "ProviderConnection",
  "ProviderEdge",
  "ProviderFacets",
  "ProviderPayload",
  "QualityCount",
  "Quarantine",
  "Relaxation",
  "ReportPayload",
  "RestorePayload",
  "RevokeTokenPayload",
  "SessionFormatCount",
  "SkippedRecords",
  "Source",
  "Suggestion",
  "TokenConnection",
  "TokenEdge",
  "TreatmentConnection",
  "TreatmentCount",
  "TreatmentEdge",
  "TreatmentPayload",
  "UnusedWords",
  "UserError",
  "ValueCount",
  "WebhookPayload",
  "Widening",
  "WorkingCopyConnection",
  "WorkingCopyEdge",
  "WorkingCopyPayload",
  "_Service"
];

/** Lists that are read in pages, by type and field, and the arguments that tell one list from another. */
export const connections: Record<string, Record<string, string[]>> = {
  "Article": {
    "providers": [
      "filter",
      "orderBy"
    ]
  },
  "Condition": {
    "articles": [],
    "providers": [
      "filter",
      "orderBy"
    ]
  },
  "Credential": {
    "providers": [
      "filter",
      "orderBy"
    ]
  },
  "Insurer": {
    "articles": [],
    "providers": [
      "filter",
      "orderBy"
    ]
  },
  "Provider": {
    "articles": [],
    "staff": [
      "filter",
      "orderBy"
    ]
  },
  "Query": {
    "apiTokens": [],
    "articles": [
      "filter"
    ],
    "articlesInState": [
      "filter",
      "state"
    ],
    "conditions": [],
    "credentials": [],
    "insurers": [],
    "providers": [
      "filter",
      "orderBy",
      "relax"
    ],
    "providersInState": [
      "filter",
      "orderBy",
      "state"
    ],
    "revisions": [
      "id"
    ],
    "treatments": [],
    "unpublishedArticles": [],
    "workingCopies": [
      "failed",
      "kind",
      "savedBy",
      "scheduled"
    ]
  },
  "Treatment": {
    "articles": [],
    "providers": [
      "filter",
      "orderBy"
    ]
  }
};
