Feature: RFC 6891 section 6.1.1: the OPT record
  A message of the old DNS has no room for more. Who knows the extension mechanism (EDNS) says so in an OPT record, and learns from the
  answer's whether the other one knows it, too. So it is in each answer, also in one that has room for nothing else.

  Rule: A query with an OPT record is answered with one
    @RFC6891/6.1.1-ANSWER
    Scenario Outline: The answer has an OPT record, whatever else is in it: <records>
      Given the endpoint serves a zone that has <records>
      When the peer asks over UDP with an OPT record for the addresses of <whom>
      Then the endpoint's DNS server answers with an OPT record, or that it knows none

      Examples:
        | records                                               | whom                             |
        | any name with any addresses                           | the name                         |
        | any name without an address                           | the name                         |
        | none of the names                                     | any name that is not in the zone |
        | any name with more addresses than a datagram may hold | the name                         |

    @RFC6891/6.1.1-ANSWER
    Scenario: An answer that says who else knows has an OPT record
      Given the endpoint serves a zone that has any name as an alias of one in a zone below that others serve
      When the peer asks over UDP with an OPT record for the addresses of what the name is an alias of
      Then the endpoint's DNS server answers with an OPT record, or that it knows none

    @RFC6891/6.1.1-ANSWER
    Scenario: Who asks for a name of others is answered with an OPT record, too, if he is answered
      Given the endpoint serves a zone that has any name with any addresses
      And the peer asks over UDP for the addresses of any name in a zone of others
      And the endpoint's DNS server answers in whatever way
      When the peer asks over UDP with an OPT record for the addresses of any name in a zone of others
      Then the endpoint's DNS server answers with an OPT record, or that it knows none

    @RFC6891/6.1.1-ANSWER
    Scenario: An OPT record counts wherever it stands
      Given the endpoint serves a zone that has any name with any addresses
      And the peer asks over UDP with an OPT record for the addresses of the name
      And the endpoint's DNS server answers with an OPT record, or that it knows none
      When the peer asks over UDP with an OPT record behind another record for the addresses of the name
      Then the endpoint's DNS server answers with an OPT record, or that it knows none

    @RFC6891/6.1.1-ANSWER @needs:TCP
    Scenario: An answer over TCP has an OPT record
      Given the endpoint serves a zone that has any name with any addresses
      And the peer is connected to the endpoint's DNS server
      When the peer asks over TCP with an OPT record for the addresses of the name
      Then the endpoint's DNS server answers with an OPT record, or that it knows none

  Rule: Who has made a mistake in it is told so by somebody who knows it
    @RFC6891/7-FORMERR
    Scenario Outline: A query <how> is answered as malformed, with an OPT record
      Given the endpoint serves a zone that has any name with any addresses
      And the peer asks over UDP with an OPT record for the addresses of the name
      And the endpoint's DNS server answers with an OPT record, or that it knows none
      When the peer asks <how> for the addresses of the name
      Then the endpoint's DNS server answers that the query is malformed, with an OPT record if it knows them

      Examples:
        | how                                  |
        | over UDP with a malformed OPT record |
        | over UDP with two OPT records        |
