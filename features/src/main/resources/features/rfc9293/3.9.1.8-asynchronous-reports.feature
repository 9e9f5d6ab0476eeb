Feature: RFC 9293 section 3.9.1.8: asynchronous reports
  Some troubles pass: a route that is missing for a minute is no reason to give up. But whoever sits in front of the application
  may want to know.

  Rule: Who wants to know of an ICMP error is told of it
    @RFC9293/SHLD-25 @RFC9293/MUST-47
    Scenario Outline: ICMP complains, and the application hears of it, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the endpoint's application asks for error reports
      And the endpoint's application sends any data, and nobody answers
      When the peer reports with any ICMP message that it did not get through this time
      Then the endpoint's application is told of an ICMP error
      And once the peer answers again, the peer receives exactly what the endpoint's application sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |

  Rule: Who does not want to know is not told
    @RFC9293/SHLD-20
    Scenario: ICMP complains, and an application that wants no more reports hears nothing
      Given a connection that the endpoint has opened, starting at any sequence number
      And the endpoint's application asks for error reports
      And the endpoint's application asks for no more error reports
      And the endpoint's application sends any data, and nobody answers
      When the peer reports with any ICMP message that it did not get through this time
      Then the endpoint's application is not told of an ICMP error
