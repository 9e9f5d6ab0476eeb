Feature: RFC 2308 section 5: what is remembered of what is not there
  That a name does not exist holds for records of all types; that it has no records of one type says nothing of the others. Either holds
  as long as the SOA record that came with it lives.

  Rule: What is not there is remembered for what was asked
    @RFC2308/5-TYPE
    Scenario Outline: A name without <records> may have addresses
      Given a DNS server whose book has any name with any addresses
      And the endpoint's application looks up the <records> of the name
      And the application is told that the name has no such records
      When the endpoint's application looks up the name
      Then the application is told exactly the addresses in the book

      Examples:
        | records        |
        | mail servers   |
        | IPv6 addresses |

    @RFC6604/3-ALIAS
    Scenario Outline: An alias of <what> exists itself
      Given a DNS server whose book has any name as an alias of <what>
      And the endpoint's application looks up the name
      And the application is told that <nothing>
      When the endpoint's application looks up what the name is an alias of
      Then the application is told of another name

      Examples:
        | what                    | nothing                 |
        | one that does not exist | there is no such name   |
        | one without an address  | the name has no address |

    @RFC2308/5-NAME
    Scenario: A name that does not exist has no records of any type
      Given a DNS server whose book has none of the names
      And the endpoint's application has looked up any name
      When the endpoint's application looks up the mail servers of the name
      Then the application is told that there is no such name
      And the DNS server is asked nothing more

  Rule: What is not there is remembered as long as the SOA record lives that came with it
    @RFC2308/5-LIFETIME
    Scenario: What is left of a zone's time counts, and not all of it
      Given a DNS server whose book has none of the names, for any time to live
      And the DNS server answers with what is left of a week
      And the endpoint's application has looked up any name
      And the book now has any new address for the name
      And the time to live has passed
      When the endpoint's application looks up the name once more
      Then the application is told exactly the addresses in the book

    @RFC2308/5-LIFETIME
    Scenario: Looking up what is not there does not make that last longer
      Given a DNS server whose book has none of the names, for any time to live
      And the endpoint's application has looked up any name
      And any part of the time to live has passed
      And the endpoint's application has looked up the name once more
      And the book now has any new address for the name
      And the time to live has passed
      When the endpoint's application looks up the name once more
      Then the application is told exactly the addresses in the book

    @RFC2308/5-LIFETIME
    Scenario: An alias that leads nowhere lives no longer than its own time
      Given a DNS server whose book has any name as an alias of one that will not exist for a week, for any time to live
      And the endpoint's application looks up the name
      And the application is told that there is no such name
      And the book now has any new address for the name
      And the time to live has passed
      When the endpoint's application looks up the name once more
      Then the application is told exactly the addresses in the book

    @RFC2308/5-NO-SOA
    Scenario: What is not there is not remembered if nothing says for how long
      Given a DNS server whose book has none of the names
      And the DNS server answers with no SOA record
      And the endpoint's application has looked up any name
      And the book now has any new address for the name
      When the endpoint's application looks up the name once more
      Then the application is told exactly the addresses in the book
