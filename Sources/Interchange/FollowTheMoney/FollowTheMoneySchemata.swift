/// The schemata of FollowTheMoney 4.11.2: what each extends, which are links, and their properties.
///
/// A line a schema: its name, with `*` if it is abstract; after a colon what it extends; for a link
/// the properties of its two ends, joined by `>` if it has a direction and by `-` if not; after `!` the
/// properties by which it is called, the first that is there; after `|` its own properties, with `@`
/// for a reference to an entity, `#` for a date, or `/` and another type than plain text. What is
/// indented continues a line.
enum FollowTheMoneySchemata {
  static let lines = """
    Address:Thing !full,summary,city,remarks | city full/address googlePlaceId/identifier
      latitude/number longitude/number osmId/identifier postOfficeBox postalCode region remarks
      state street street2
    Airplane:Vehicle | icaoCode/identifier manufacturer serialNumber/identifier
    Analyzable* | companiesMentioned/name detectedCountry/country detectedLanguage/language
      emailMentioned/email ibanMentioned/identifier ipMentioned/ip locationMentioned/address
      namesMentioned/name peopleMentioned/name phoneMentioned/phone
    Article:Document !title,fileName
    Asset:Thing,Value !name
    Associate:Interval person-associate | associate@ person@ relationship
    Audio:Document | duration/number samplingRate/number
    BankAccount:Asset !name,iban,accountNumber | accountNumber/identifier accountType
      balance/number balanceDate# bank@ bankAddress bankName bic/identifier closingDate#
      iban/identifier maxBalance/number maxBalanceDate# openingDate#
    Call:Interval !callerNumber,receiverNumber | caller@ callerNumber/phone duration/number
      receiver@ receiverNumber/phone
    CallForTenders:Interval,Thing !title | authority@ authorityReferenceId/identifier
      awardNoticeDate# awardedInLots awardingDate# callId/identifier certificationCheck
      clarificationDeadline# contractNoticeDate# cpvCode/identifier directive euFunding
      evaluationMechanism fallsUnderGPPScope involvesOutcome lotsNames maximumNumberOfLots/number
      multipleTenders numberOfLots/number nutsCode/identifier onBehalfOf@ paymentOptions procedure
      procurementType publicationDate# relationToThreshold reverseAuctionsIncluded
      submissionDeadline# tedUrl/url tenderers@ tendersForLots title
    Company:Asset,Organization !name,alias,abbreviation,weakAlias,previousName,registrationNumber
      | bikCode/identifier caemCode capital/number cikCode/identifier coatoCode/identifier
      fnsCode/identifier fssCode ipoCode/identifier irsCode/identifier isinCode/identifier
      jibCode/identifier kppCode/identifier mbsCode/identifier okopfCode oksmCode
      pfrNumber/identifier ricCode/identifier ticker/identifier voenCode/identifier
    Contract:Asset !title,name,procedureNumber | authority@ cancelled classification contractDate#
      criteria language/language method noticeId numberAwards procedure procedureNumber project@
      status title type
    ContractAward:Interest,Value contract>supplier | amended callForTenders@ contract@
      cpvCode/identifier decisionReason/text documentNumber documentType lotNumber
      nutsCode/identifier supplier@
    Control:Interest controller>controlled !controlType | controlType controlled@ controller@
      legalBasis
    CourtCase:Thing !name,caseNumber | caseNumber/identifier category closeDate# court fileDate#
      status type
    CourtCaseParty:Interest party>case | case@ party@
    CryptoWallet:Thing,Value !publicKey,name,summary | accountId/identifier balance/number
      balanceDate# blockchain creationDate# cryptoAddress/identifier currencySymbol custodyType
      holder@ managingExchange privateKey publicKey/identifier
    Debt:Interval,Value debtor>creditor | creditor@ debtor@
    Directorship:Interest director>organization !role | director@ organization@ secretary
    Document:Analyzable,Thing !fileName,title | ancestors@ author authoredAt# bodyText/text
      contentHash/checksum crawler date# encoding extension fileName fileSize/number generator
      language/language messageId mimeType/mimetype parent@ processedAt# processingAgent
      processingError processingStatus publishedAt# title translatedLanguage/language
      translatedText/text
    Documentation:Interest document-entity | document@ entity@
    EconomicActivity:Interval !summary,goodsDescription,ccdNumber | bankAccount@ bankForeign@
      bankRub@ ccdNumber/identifier ccdValue contract@ contractHolder@ customsAmount
      customsProcedure declarant@ departureCountry/country destinationCountry/country
      directionOfTransportation dollarExchRate goodsDescription/text invoiceAmount
      originCountry/country receiver@ sender@ tradingCountry/country transport@ vedCode/identifier
      vedCodeDescription
    Email:Folder,HyperText,PlainText !subject,threadTopic,title,name,fileName | bcc cc emitters@
      from headers/json inReplyTo inReplyToEmail@ recipients@ sender subject threadTopic to
    Employment:Interest employee>employer !role | employee@ employer@
    Event:Analyzable,Interval,Thing !name,summary,date | important involved@ location/address
      organizer@
    Family:Interval person-relative | person@ relationship relative@
    Folder:Document
    HyperText:Document !title,fileName | bodyHtml/html
    Identification:Interval !number | authority country/country holder@ number/identifier type
    Image:Document | credit pictured@
    Interest*:Interval | role status
    Interval* | alephUrl/url date# description/text endDate# indexText/text modifiedAt#
      namesMentioned/name proof@ publisher publisherUrl/url recordId retrievedAt# sourceUrl/url
      startDate# summary/text
    LegalEntity:Thing
      !name,alias,abbreviation,weakAlias,previousName,email,phone,registrationNumber |
      abbreviation/name brightQueryId/identifier brightQueryOrgId/identifier bvdId/identifier
      classification dissolutionDate# dunsCode/identifier email/email icijId idNumber/identifier
      incorporationDate# innCode/identifier jurisdiction/country legalForm leiCode/identifier
      licenseNumber/identifier mainCountry/country npiCode/identifier ogrnCode/identifier
      okpoCode/identifier okvedCode/identifier opencorporatesUrl/url parent@ phone/phone
      registrationNumber/identifier sayariId/identifier sector status swiftBic/identifier
      taxNumber/identifier taxStatus uniqueEntityId/identifier uscCode/identifier vatCode/identifier
      website/url
    License:Contract !name | area/number commodities reviewDate
    Membership:Interest member>organization !role | member@ organization@
    Mention !name | contextCountry/country contextEmail/email contextPhone/phone detectedSchema
      document@ name/name resolved@
    Message:Folder,HyperText,Interval,PlainText !subject,title,threadTopic,fileName | inReplyTo
      inReplyToMessage@ metadata/json recipientAccount@ recipients@ sender@ senderAccount@ subject
      threadTopic
    Note:Analyzable,Thing !description | entity@
    Occupancy:Interval holder>post | constituency declarationDate# electionDate# holder@
      periodEnd# periodStart# politicalGroup post@ status
    Organization:LegalEntity !name,alias,abbreviation,weakAlias,previousName,registrationNumber |
      cageCode/identifier giiNumber/identifier imoNumber/identifier permId/identifier
    Ownership:Interest owner>asset | asset@ legalBasis owner@ ownershipType percentage sharesCount
      sharesCurrency sharesType sharesValue
    Package:Folder
    Page | bodyText/text detectedLanguage/language document@ index/number indexText/text
      translatedText/text translatedTextLanguage
    Pages:Document | pdfHash/checksum
    Passport:Identification !passportNumber,number | birthDate# birthPlace gender/gender givenName
      passportNumber/identifier personalNumber/identifier surname
    Payment:Interval,Value payer>beneficiary !amount | beneficiary@ beneficiaryAccount@ contract@
      payer@ payerAccount@ programme project@ purpose/text sequenceNumber transactionNumber
    Person:LegalEntity !name,alias,previousName,weakAlias,abbreviation,lastName,email,phone |
      appearance biography/text birthCountry/country birthDate# birthPlace citizenship/country
      deathDate# education ethnicity eyeColor fatherName firstName gender/gender hairColor
      height/number lastName middleName motherName nameSuffix nationality/country
      passportNumber/identifier political position profession religion secondName
      socialSecurityNumber/identifier spokenLanguage/language title weight/number
    PlainText:Document
    Position:Thing | dissolutionDate# inceptionDate# numberOfSeats/number organization@
      subnationalArea
    Project:Interval,Thing,Value !name,projectId | goal phase projectId/identifier status
    ProjectParticipant:Interest participant>project !role | participant@ project@
    PublicBody:Organization !name,alias,abbreviation,weakAlias,previousName
    RealEstate:Asset !name,address,registrationNumber | area/number cadastralCode/identifier
      censusBlock createDate# encumbrance landType latitude/number longitude/number parent@
      propertyType registrationNumber/identifier tenure titleNumber/identifier
    Representation:Interest agent>client | agent@ client@
    Risk:Interval !reason,status | authority country/country duration/number entity@ listingDate#
      program programId/identifier programUrl/url reason/text status topics/topic
    Sanction:Interval !program | authority authorityId/identifier country/country duration/number
      entity@ listingDate# program programId/identifier programUrl/url provisions reason/text status
      unscId/identifier
    Security:Asset !name,isin,registrationNumber | classification collateral figiCode/identifier
      isin/identifier issueDate# issuer@ maturityDate# registrationNumber/identifier
      ticker/identifier type
    Similar !confidenceScore,criteria | candidate@ confidenceScore/number criteria match@ matcher
    Succession:Interest predecessor>successor | predecessor@ successor@
    Table:Document !title,name,fileName | columns/json csvHash/checksum rowCount/number
    TaxRoll:Interval | birthDate# country/country givenName income surname taxPaid taxee@ wealth
    Territory:Thing !name,alias | fipsCode/identifier level nutsCode/identifier partOf@
      territoryCode/identifier zipCode/identifier
    Thing* !name | address/address addressEntity@ alephUrl/url alias/name country/country
      createdAt# description/text indexText/text keywords modifiedAt# name/name notes/text
      previousName/name program programId/identifier proof@ publisher publisherUrl/url retrievedAt#
      riskSource@ sourceUrl/url summary/text topics/topic weakAlias/name wikidataId/identifier
      wikipediaUrl/url
    Trip:Event !name,startDate,endDate | endLocation@ startLocation@ vehicle@
    UnknownLink:Interest subject-object | object@ subject@
    UserAccount:Thing !username,email,service | email/email ipAddress/ip owner@ password
      phone/phone service username
    Value* | amount/number amountEur/number amountUsd/number currency
    Vehicle:Asset !name,registrationNumber | buildDate# deregistrationDate# model operator@ owner@
      registrationDate# registrationNumber/identifier type
    Vessel:Vehicle !name,imoNumber | callSign/identifier crsNumber/identifier
      deadweightTonnage/number flag/country grossRegisteredTonnage/number imoNumber/identifier
      mmsi/identifier nameChangeDate# navigationArea pastFlags/country pastTypes registrationPort
      tonnage/number
    Video:Document | duration/number
    Workbook:Folder
    """
}
