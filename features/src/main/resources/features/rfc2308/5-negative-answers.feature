Feature: RFC 2308 section 5: what is remembered of what is not there
  That a name does not exist holds for records of all types; that it has no records of one type says nothing of the others.

  Rule: What is not there is remembered for what was asked
    @RFC2308/5-TYPE
    Scenario: A name without mail servers may have addresses
      Given a DNS server whose book has any name with any addresses
      And the endpoint's application looks up the mail servers of the name
      And the application is told that the name has no such records
      When the endpoint's application looks up the name
      Then the application is told exactly the addresses in the book

    @RFC6604/3-ALIAS
    Scenario: An alias of a name that does not exist exists itself
      Given a DNS server whose book has any name as an alias of one that does not exist
      And the endpoint's application looks up the name
      And the application is told that there is no such name
      When the endpoint's application looks up what the name is an alias of
      Then the application is told of another name
